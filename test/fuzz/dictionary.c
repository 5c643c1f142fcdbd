/*
 * dictionary.c
 *		Prints libFuzzer's dictionary: the form's words, keys and labels.
 *
 * test/fuzz/dictionary.c
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core.h"
#include "form.h"

#define ENTRY_MAX 64 /* libFuzzer drops longer ones */

static void
print_entry(const char *text, size_t len)
{
	if (len == 0 || len > ENTRY_MAX)
		return;
	putchar('"');
	for (size_t i = 0; i < len; i++)
	{
		unsigned char c = (unsigned char) text[i];

		if (c == '"' || c == '\\')
			printf("\\%c", c);
		else if (c < ' ' || c > '~')
			printf("\\x%02X", c);
		else
			putchar(c);
	}
	puts("\"");
}

/* The pieces of a label between its placeholders. */
static void
print_label(const char *label)
{
	while (*label != '\0')
	{
		size_t len = strcspn(label, "{");

		print_entry(label, len);
		label += len;
		label += strcspn(label, "}");
		label += *label == '}';
	}
}

static void
print_key(const char *key)
{
	char quoted[ENTRY_MAX + 1];
	int len = snprintf(quoted, sizeof(quoted), "\"%s\": ", key);

	if (key[0] != '\0')
		print_entry(quoted, (size_t) len);
}

int
main(void)
{
	static const char *const words[] = {
	    "null",
	    "true",
	    "false",
	    "\"2021-12-31\"",
	    "\"Permanente\"",
	    "\"actual\"",
	    "\"expected\"",
	    "\"before\"",
	    "\"during\"",
	    "\"after\"",
	    "\"other\"",
	    "\"total\"",
	    "\\u0000",
	    "\\uD800",
	    "\\uD83D\\uDE00",
	    "1e400",
	    "-0.0",
	    "0.000000000000000001",
	    "999999999999999999",
	    "9223372036854775808",
	    "16777215",
	};
	static const char *const keys[] = {
	    "report_year", "parser_version", "status", "text", "row",   "column", "columns",
	    "rows",        "values",         "entry",  "exit", "after", "labels", "markup",
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		print_entry(words[i], strlen(words[i]));
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		print_key(keys[i]);
	for (int status = 0; status < STATUS_COUNT; status++)
		print_entry(status_name((Status) status), strlen(status_name((Status) status)));
	for (int field = 0; field < FIELD_COUNT; field++)
	{
		print_key(form_fields[field].key);
		if (form_fields[field].label != NULL)
			print_label(form_fields[field].label);
	}
#define LABEL(id, nth, label) print_label(label);
#include "label_data.h"
#undef LABEL
	return EXIT_SUCCESS;
}
