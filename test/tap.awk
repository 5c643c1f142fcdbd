# tap.awk - show the TAP of one part of the tests and count it
#
# Appends "passed failed skipped" to the file `counts`.  Beside a "not ok", these
# are failures: a plan that was not kept, and a part that ends with a status other
# than 0, or without a test, while no test of its failed.
#
# test/tap.awk

/^# exit [0-9]+$/ {
	status = $3
	next
}

{
	print
	fflush()
}

/^(not )?ok( |$)/ {
	seen++
	if (toupper($0) ~ /# SKIP/)
		skipped++
	else if ($1 == "ok")
		passed++
	else
		failed++
}

/^1\.\.[0-9]+/ {
	plan = substr($1, 4)
	planned += plan
	plans++
	if (plan == 0)
		skipped++
}

/^Bail out!/ {
	fail("bailed out")
}

function fail(reason)
{
	print "not ok - " part ": " reason
	failed++
}

END {
	if (plans > 0 && planned != seen)
		fail(planned " tests planned, " seen + 0 " run")
	if (failed == 0 && status != 0)
		fail("ended with status " status)
	if (passed + failed + skipped == 0)
		fail("no test was run")
	print passed + 0, failed + 0, skipped + 0 >> counts
}
