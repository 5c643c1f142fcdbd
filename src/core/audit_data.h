/*
 * audit_data.h
 *		The checks of the audit, one entry per code.
 *
 *		AUDIT_CHECK(id, code, severity, scope, section, rule, words, message)
 *
 * Codes are stable: none is renamed or used again.  scope: ALONE for one
 * report, BETWEEN for two of one programme.  section: where its findings'
 * subjects stand ("" anywhere).  rule: the function that runs it; rule_with_other
 * where the rule of another check finds it.  words: the rule for people.
 * message: what a finding says; its names in braces are given by the rule, but
 * for {place}, {reported} and {expected}, which every finding has.
 *
 * The checks run in this order, so one that makes others pointless comes first:
 * figures in another unit are found in tables, then among copies, then in sums of these.
 *
 * src/core/audit_data.h
 */

/* clang-format off */

/* ---- Sums, and one figure printed twice ---- */

AUDIT_CHECK(UNIT_SLIP, "unit_slip", ERROR, ALONE, "", rule_with_other,
	"Figures that do not add up, or are not equal, do so when one side is taken in pesos or in millions of pesos; this replaces the finding about the sum or the copy.",
	"{place} {says} {reported}, but {other} {expected}; {fit}.")
AUDIT_CHECK(POPULATION_FLOW_ROW_SUM, "population_flow_row_sum", ERROR, ALONE, "3.3", rule_flow_sum,
	"In each row of the population flow, those who left during the year, after it and for other reasons add up to the row's total, exactly.",
	"{place} says {reported}, but its row adds up to {expected}{missing}.")
AUDIT_CHECK(POPULATION_FLOW_COLUMN_SUM, "population_flow_column_sum", ERROR, ALONE, "3.3", rule_flow_sum,
	"In each column of the population flow, those who came before and during the year add up to the column's total, exactly.",
	"{place} says {reported}, but its column adds up to {expected}{missing}.")
AUDIT_CHECK(REGIONAL_BENEFICIARIES_SUM, "regional_beneficiaries_sum", ERROR, ALONE, "3.3", rule_regional_beneficiaries_sum,
	"The beneficiaries of the regions add up to the beneficiaries, exactly; a warning where they fall short, as the form leaves out regions without information.",
	"{place} says {reported}, but the regions of 3.3 add up to {expected}{missing}.")
AUDIT_CHECK(SPENDING_LINES_SUM, "spending_lines_sum", ERROR, ALONE, "5.2", rule_column_sum,
	"The budget lines of 5.2 add up to the total spending of 5.2, but for rounding.",
	"{place} says {reported}, but the lines of 5.2 add up to {expected}{rounding}{missing}.")
AUDIT_CHECK(COMPONENT_SPENDING_SUM, "component_spending_sum", ERROR, ALONE, "5.5", rule_column_sum,
	"The spending of the components adds up to the total of 5.5, but for rounding.",
	"{place} says {reported}, but the components of 5.5 add up to {expected}{rounding}{missing}.")
AUDIT_CHECK(REGIONAL_SPENDING_SUM, "regional_spending_sum", ERROR, ALONE, "5.6", rule_column_sum,
	"The spending of the regions adds up to the Total row of 5.6, but for rounding.",
	"{place} says {reported}, but the rows of 5.6 add up to {expected}{rounding}{missing}.")
AUDIT_CHECK(ADMIN_LINES_SUM, "admin_lines_sum", ERROR, ALONE, "5.7", rule_column_sum,
	"The administrative budget lines add up to the total of their table, but for rounding.",
	"{place} says {reported}, but the lines of 5.7 add up to {expected}{rounding}{missing}.")

AUDIT_CHECK(BENEFICIARIES_MISMATCH, "beneficiaries_mismatch", ERROR, ALONE, "3.3", rule_copies,
	"The beneficiaries, the total of the population flow and the beneficiaries of the report's year in the coverage table are equal.",
	"{place} says {reported}, but {other} says {expected}.")
AUDIT_CHECK(TARGET_POPULATION_MISMATCH, "target_population_mismatch", ERROR, ALONE, "3.3", rule_copies,
	"The target population of 3.2 is that of the report's year in the coverage table.",
	"{place} says {reported}, but {other} says {expected}.")
AUDIT_CHECK(TARGET_POPULATION_TEXT, "target_population_text", WARNING, ALONE, "3.2", rule_target_text,
	"Where the targeting criteria begin with a number, it is the target population.",
	"{place} begins with {reported}, but the target population is {expected}.")
AUDIT_CHECK(SPENDING_MISMATCH, "spending_mismatch", ERROR, ALONE, "5.8", rule_copies,
	"The total spending of 5.2 is the spending (a) of the summary.",
	"{place} says {reported}, but {other} says {expected}.")
AUDIT_CHECK(COMPONENT_SPENDING_MISMATCH, "component_spending_mismatch", ERROR, ALONE, "5.5, 5.6, 5.8", rule_copies,
	"The total of 5.5, the Total row of 5.6 and the component spending (c) of the summary are equal.",
	"{place} says {reported}, but {other} says {expected}.")
AUDIT_CHECK(ADMIN_SPENDING_MISMATCH, "admin_spending_mismatch", ERROR, ALONE, "5.7, 5.8", rule_copies,
	"The total of the administrative lines, the total administrative spending of 5.7 and the administrative spending (d) of the summary are equal.",
	"{place} says {reported}, but {other} says {expected}.")
AUDIT_CHECK(TOTAL_SPENDING_SUM, "total_spending_sum", ERROR, ALONE, "5.8", rule_scalar_sum,
	"Spending (a) and extra-budget spending (b) add up to the total (a+b), but for rounding; (b) counts as 0 where it is not given.",
	"{place} says {reported}, but (a) and (b) add up to {expected}{rounding}{missing}.")
AUDIT_CHECK(TOTAL_BY_USE_SUM, "total_by_use_sum", ERROR, ALONE, "5.8", rule_scalar_sum,
	"Component spending (c) and administrative spending (d) add up to the total (c+d), but for rounding.",
	"{place} says {reported}, but (c) and (d) add up to {expected}{rounding}{missing}.")
AUDIT_CHECK(TOTAL_SPENDING_MISMATCH, "total_spending_mismatch", ERROR, ALONE, "5.8", rule_copies,
	"The total by source (a+b) is the total by use (c+d).",
	"{place} says {reported}, but {other} says {expected}.")
AUDIT_CHECK(BUDGET_CODE_MISMATCH, "budget_code_mismatch", WARNING, ALONE, "5.2, 5.7", rule_budget_codes,
	"Partida, capítulo and programa of each line of 5.2 and 5.7 are those of a budget programme of 5.",
	"{place} says {printed}, but no budget programme of 5 is {codes}.")
AUDIT_CHECK(COMPONENT_NAME_MISMATCH, "component_name_mismatch", WARNING, ALONE, "4, 5.5", rule_component_names,
	"The components of 5.5 and those of 4 have the same names, whatever their case, accents and spacing.",
	"{place} is {name}, which {other} does not have.")
AUDIT_CHECK(COMPONENT_COUNT, "component_count", ERROR, ALONE, "4", rule_component_count,
	"The number of components that section 4 announces is the number that it describes.",
	"{place} says {reported}, but section 4 describes {expected}.")
AUDIT_CHECK(PRODUCTION_BENEFICIARIES_MISMATCH, "production_beneficiaries_mismatch", WARNING, ALONE, "4", rule_production,
	"A component's production that is counted in beneficiaries (\"Número de beneficiarios\") is the number of beneficiaries.",
	"{place} says {reported} beneficiaries, but 3.3 says {expected}.")

/* ---- Ratios ---- */

AUDIT_CHECK(COVERAGE_MISMATCH, "coverage_mismatch", WARNING, ALONE, "3.3", rule_coverage,
	"The printed coverage of each year is beneficiaries over target population, but for the rounding of its last digit; a figure with decimals and without % may be a percentage or a fraction.",
	"{place} says {printed}, but {beneficiaries} of {target} is {expected}{hint}.")
AUDIT_CHECK(COVERAGE_ROUNDED_TO_ZERO, "coverage_rounded_to_zero", INFO, ALONE, "3.3", rule_with_other,
	"A coverage above zero is not printed as 0.",
	"{place} says {printed}, which is {expected} ({beneficiaries} of {target}) rounded to nothing.")
AUDIT_CHECK(COST_MISMATCH, "cost_mismatch", WARNING, ALONE, "5.8", rule_cost,
	"The printed cost per beneficiary of the report's year is between 0,8 and 1,5 times total spending over beneficiaries.",
	"{place} says {reported}, but {total} over {beneficiaries} beneficiaries is {expected}, a factor of {factor}.")
AUDIT_CHECK(COST_IN_CONSTANT_PESOS, "cost_in_constant_pesos", INFO, ALONE, "5.8", rule_with_other,
	"The printed cost per beneficiary of the report's year is total spending over beneficiaries, but for rounding; a factor between 0,8 and 1,5 is an update to other prices that the form does not disclose.",
	"{place} says {reported}, but {total} over {beneficiaries} beneficiaries is {expected}; a factor of {factor}, as of pesos at the prices of another year.")
AUDIT_CHECK(COST_WITHOUT_BENEFICIARIES, "cost_without_beneficiaries", ERROR, ALONE, "5.8", rule_cost_by_year,
	"A year without beneficiaries in the coverage table has no cost per beneficiary.",
	"{place} says {reported}, but {other} says 0.")
AUDIT_CHECK(COST_MISSING, "cost_missing", INFO, ALONE, "5.8", rule_cost_by_year,
	"The report's year has a cost per beneficiary where its beneficiaries and its total spending are known and above zero.",
	"{place} gives no cost, although {total} over {beneficiaries} beneficiaries is {expected}.")

/* ---- Limits ---- */

AUDIT_CHECK(EXECUTION_ABOVE_BUDGET, "execution_above_budget", WARNING, ALONE, "5.2", rule_limit,
	"The spending of 5.2 is not above the final budget.",
	"{place} says {reported}, more than the {expected} of {other}.")
AUDIT_CHECK(ITEM_EXCEEDS_TOTAL, "item_exceeds_total", ERROR, ALONE, "", rule_items,
	"No component, region or administrative line is above its total, administrative spending is not above total spending, and no amount is negative; a warning where administrative spending of a subtítulo is above what 5.2 and 5.3 spend under it.",
	"{place} {says} {reported}, {problem}.")
AUDIT_CHECK(PERCENTAGE_OUT_OF_RANGE, "percentage_out_of_range", WARNING, ALONE, "6.1, 6.2", rule_percentages,
	"An indicator in % lies between 0 and 100, unless its name or formula says that it measures a variation.",
	"{place} says {printed}, outside of 0 to 100 %.")
AUDIT_CHECK(SPENDING_WITHOUT_BENEFICIARIES, "spending_without_beneficiaries", WARNING, ALONE, "3.3", rule_spending_without,
	"A programme that spends has beneficiaries.",
	"{place} says {reported}, although {other} says {total}.")

/* ---- Population ---- */

AUDIT_CHECK(POTENTIAL_POPULATION_PLACEHOLDER, "potential_population_placeholder", INFO, ALONE, "3.1", rule_potential,
	"A potential population of 0 with neither description nor unit is a placeholder.",
	"{place} says {reported} with neither a description nor a unit: a placeholder.")
AUDIT_CHECK(TARGET_EXCEEDS_POTENTIAL, "target_exceeds_potential", WARNING, ALONE, "3.2", rule_limit,
	"The target population is not above the potential population, unless that is a placeholder.",
	"{place} says {reported}, more than the {expected} of {other}.")
AUDIT_CHECK(BENEFICIARIES_EXCEED_TARGET, "beneficiaries_exceed_target", WARNING, ALONE, "3.3", rule_beneficiaries_by_year,
	"In no year are there more beneficiaries than the target population.",
	"{place} says {reported}, more than the target population of {expected}.")
AUDIT_CHECK(CARRYOVER_EXCEEDS_PRIOR_YEAR, "carryover_exceeds_prior_year", WARNING, ALONE, "3.3", rule_limit,
	"Not more persons are carried over from before the year than the year before had beneficiaries.",
	"{place} says {reported}, more than the {expected} of {other}.")

/* ---- Years and dates ---- */

AUDIT_CHECK(CLOSING_YEAR, "closing_year", ERROR, ALONE, "0", rule_closing_year,
	"The year of the closing date is the one that most labels print; if it is not, labels are compared with theirs.",
	"{place} is of {reported}, but the labels are of {expected} ({votes} of {all} agree with the closing date).")
AUDIT_CHECK(LABEL_YEAR, "label_year", INFO, ALONE, "", rule_label_years,
	"The year that a label, a table's header or a production line prints is the one due there: that of the report, one before or one after.",
	"{place} prints {reported} where a report of {year} has {expected}.")
AUDIT_CHECK(REPORT_YEAR_INFERRED, "report_year_inferred", INFO, ALONE, "0", rule_inferred_year,
	"Without a closing date the report's year follows from the years in its labels.",
	"{place} gives no date; {conclusion}.")
AUDIT_CHECK(PROGRAM_DATES, "program_dates", ERROR, ALONE, "0", rule_program_dates,
	"A programme starts in the report's year or before, and ends in that year or later and not before it starts.",
	"{place} says {reported}, {relation} {other} ({expected}).")
AUDIT_CHECK(ACTIVITY_BEFORE_START, "activity_before_start", WARNING, ALONE, "3.3, 5.8", rule_early_activity,
	"There are neither beneficiaries nor a cost per beneficiary in a year before the programme's first.",
	"{place} says {reported}, but the programme started in {start}.")
AUDIT_CHECK(COMPARABLE_YEARS, "comparable_years", INFO, ALONE, "1", rule_comparable_years,
	"The comparable years are as many as the year columns of the costs, and not more than the programme has run.",
	"{place} says {reported}, but {other} {expected}.")

/* ---- An answer that requires another ---- */

AUDIT_CHECK(COMPONENT_WITHOUT_SPENDING, "component_without_spending", WARNING, ALONE, "5.5", rule_component_spending,
	"A component that produced something has spending in 5.5.",
	"{place} gives no amount, although 4 says that the component {name} produced {production}.")
AUDIT_CHECK(EXECUTORS_MISSING, "executors_missing", INFO, ALONE, "4.2", rule_required,
	"A programme that third parties execute names at least one type of institution.",
	"{place} has no entry, although {condition}.")
AUDIT_CHECK(RIGHTS_ANSWER_INCOMPLETE, "rights_answer_incomplete", INFO, ALONE, "7.1", rule_required,
	"Human-rights approaches are named where there are any, and their absence is justified where there are none.",
	"{place} gives no answer, although {condition}.")
AUDIT_CHECK(ADMIN_DETAIL_MISSING, "admin_detail_missing", INFO, ALONE, "5.7", rule_required,
	"Administrative spending is explained.",
	"{place} gives no answer, although {condition}.")
AUDIT_CHECK(SDG_CONTRIBUTION_MISSING, "sdg_contribution_missing", INFO, ALONE, "7.2", rule_required,
	"The contribution to the Sustainable Development Goals is explained where there are any.",
	"{place} gives no answer, although {condition}.")
AUDIT_CHECK(EXTRA_BUDGET_FLAG, "extra_budget_flag", WARNING, ALONE, "5.8", rule_extra_budget,
	"Extra-budget spending (b) is above zero where 5.3 says Si, and zero or not given where it says No.",
	"{place} says {printed}, but 5.3 says {answer}.")
AUDIT_CHECK(COVID_DETAIL, "covid_detail", INFO, ALONE, "4", rule_required,
	"Changes for Covid-19 have a type and a detail where there were any, and neither where there were none.",
	"{place} {gives}, although {condition}.")
AUDIT_CHECK(OBSERVATION_FLAG, "observation_flag", WARNING, ALONE, "8", rule_observations,
	"A section of 8 says Si where one of its topics does, and only there; a topic that says Si has a comment, and only such a topic.",
	"{place} {problem}.")
AUDIT_CHECK(COVID_BUDGET_CHANGE_NOT_VISIBLE, "covid_budget_change_not_visible", INFO, ALONE, "4", rule_covid_budget,
	"Where Covid-19 changed the execution of the budget, initial budget, final budget and spending are not all equal.",
	"{place} names the execution of the budget, but initial budget, final budget and spending are all {amount}.")
AUDIT_CHECK(INDICATOR_WITHOUT_ACTIVITY, "indicator_without_activity", INFO, ALONE, "6.1, 6.2", rule_idle_indicators,
	"No indicator has an actual value for a year without beneficiaries.",
	"{place} says {printed}, although {year} had no beneficiaries.")
AUDIT_CHECK(INDICATOR_ZERO_TARGET, "indicator_zero_target", INFO, ALONE, "6.1, 6.2", rule_zero_targets,
	"No indicator's expected value for the next year is 0 where the next year has a budget.",
	"{place} says {printed}, although the budget of {year} is {budget}.")
AUDIT_CHECK(NEXT_BUDGET_MISSING, "next_budget_missing", INFO, ALONE, "5", rule_next_budget,
	"A programme that goes on after the report's year has a budget for the next one.",
	"{place} gives no amount, although the programme {end}.")
AUDIT_CHECK(INDICATOR_INCOMPLETE_FLAG, "indicator_incomplete_flag", INFO, ALONE, "8", rule_incomplete_indicators,
	"Where 8.4 says that indicators are missing or incomplete, an actual value of them has no number.",
	"{place} says Si, yet the actual values of {table} ({cells}) are all given.")

/* ---- A large change without the observation that section 8 asks for ---- */

AUDIT_CHECK(BUDGET_CHANGE_UNEXPLAINED, "budget_change_unexplained", INFO, ALONE, "5", rule_budget_change,
	"A final budget that differs from the initial one by 25 % or more has an observation in 8.5.",
	"{place} says {reported}, {change} from {expected} of {other}, without an observation in 8.5.")
AUDIT_CHECK(BENEFICIARIES_CHANGE_UNEXPLAINED, "beneficiaries_change_unexplained", INFO, ALONE, "3.3", rule_beneficiaries_change,
	"Beneficiaries that differ from those of the year before by 25 % or more have an observation in 8.2.",
	"{place} says {reported}, {change} from {expected} the year before, without an observation in 8.2.")
AUDIT_CHECK(COST_CHANGE_UNEXPLAINED, "cost_change_unexplained", INFO, ALONE, "5.8", rule_cost_change,
	"A cost per beneficiary that is twice or half that of an earlier year, or further off, has an observation in 8.5.",
	"{place} says {reported}, {change} from {expected} in {year}, without an observation in 8.5.")

/* ---- Codes and names ---- */

AUDIT_CHECK(BUDGET_MINISTRY_MISMATCH, "budget_ministry_mismatch", WARNING, ALONE, "5", rule_ministry,
	"The partida of a budget programme is that of the ministry.",
	"{place} says {printed}, which is {owner}, but the report is of partida {due} ({ministry}){hint}.")
AUDIT_CHECK(BUDGET_CODE_SHAPE, "budget_code_shape", INFO, ALONE, "5, 5.2, 5.3, 5.7", rule_code_shapes,
	"Partida, capítulo, programa, subtítulo and ítem have at most two digits, and asignación three; each code that has more is found once.",
	"{place} says {printed}, but the code has at most {digits} digits.")
AUDIT_CHECK(REGION_UNKNOWN, "region_unknown", WARNING, ALONE, "3.3, 5.6", rule_region_names,
	"Each row of the regional tables is a region of its year; \"Nivel central\" stands in 5.6 only, and Ñuble since 2018.",
	"{place} is {name}, which is no region{when}.")
AUDIT_CHECK(REGION_REPEATED, "region_repeated", ERROR, ALONE, "3.3, 5.6", rule_region_names,
	"No region has two rows in one table.",
	"{place} is {name}, which has a row already.")
AUDIT_CHECK(REGIONS_DIFFER, "regions_differ", INFO, ALONE, "3.3, 5.6", rule_regions_differ,
	"The regions with beneficiaries in 3.3 are those with spending in 5.6, \"Nivel central\" aside.",
	"{place} has {regions} with {figures} but without {lack}: {names}.")
AUDIT_CHECK(SDG_TARGET_MISMATCH, "sdg_target_mismatch", ERROR, ALONE, "7.2", rule_sdgs,
	"A target of the Sustainable Development Goals belongs to the goal beside it, which is one of 1 to 17.",
	"{place} says {printed}, {problem}.")
AUDIT_CHECK(MARKUP_IN_TEXT, "markup_in_text", INFO, ALONE, "", rule_markup,
	"Values carry no HTML tags.",
	"{place} counts {reported} HTML tags in the values.")

/* ---- Doubts of reading ---- */

AUDIT_CHECK(AMBIGUOUS_CELLS, "ambiguous_cells", INFO, ALONE, "", rule_doubts,
	"Every value of the text has a cell of its own; those that the text does not tie to one are ambiguous.",
	"{place} has {values} {doubt}.")
AUDIT_CHECK(INFERRED_CELLS, "inferred_cells", INFO, ALONE, "", rule_doubts,
	"The text itself ties every value to its cell; those that other figures of the report tie to it are inferred.",
	"{place} has {values} whose cells follow from other figures only.")
AUDIT_CHECK(INVALID_CELLS, "invalid_cells", INFO, ALONE, "", rule_doubts,
	"Every value is of its field's type; others are kept as text and take no part in the audit.",
	"{place} has {values} of another type than is due: {first}.")

/* ---- Two reports of one programme ---- */

AUDIT_CHECK(RESTATED_PRIOR_YEAR, "restated_prior_year", WARNING, BETWEEN, "3.3", rule_restated_coverage,
	"A year in the coverage tables of both reports has the same target population and beneficiaries in both.",
	"{place} says {reported}, but the report of {year} said {expected}.")
AUDIT_CHECK(BUDGET_LAW_MISMATCH, "budget_law_mismatch", WARNING, BETWEEN, "5", rule_next_year_figures,
	"The budget that a report gives for the next year is the initial budget of the next year's report.",
	"{place} says {reported}, but the report of {year} expected {expected}.")
AUDIT_CHECK(CARRYOVER_CONTINUITY, "carryover_continuity", WARNING, BETWEEN, "3.3", rule_next_year_figures,
	"As many persons are carried over into a year as the report of the year before left to go on.",
	"{place} says {reported}, but the report of {year} left {expected}.")
AUDIT_CHECK(START_YEAR_CHANGED, "start_year_changed", WARNING, BETWEEN, "0", rule_start_year,
	"The start year of a programme does not change.",
	"{place} says {reported}, but the report of {year} said {expected}.")
AUDIT_CHECK(NAME_CHANGED, "name_changed", INFO, BETWEEN, "0", rule_identity,
	"Programme, ministry and service keep their names, whatever their case, accents and spacing, and a leading \"Programa\" aside.",
	"{place} is {name}, but was {before} in the report of {year}.")
AUDIT_CHECK(BUDGET_CODES_CHANGED, "budget_codes_changed", INFO, BETWEEN, "5", rule_codes_changed,
	"The budget programmes (partida, capítulo, programa) stay the same.",
	"{place} {change} {codes} since the report of {year}.")
AUDIT_CHECK(INDICATOR_RESTATED, "indicator_restated", WARNING, BETWEEN, "6.1, 6.2", rule_restated_indicators,
	"An indicator's actual value for a year is the same in both reports.",
	"{place} says {printed}, but the report of {year} said {before}.")
AUDIT_CHECK(SDG_CHANGED, "sdg_changed", INFO, BETWEEN, "7.2", rule_sdgs_changed,
	"The targets of the Sustainable Development Goals stay the same.",
	"{place} {change} {target} since the report of {year}.")
AUDIT_CHECK(COST_REBASED, "cost_rebased", INFO, BETWEEN, "5.8", rule_rebased_costs,
	"A year in the cost tables of both reports has the same cost in both; the ratio is the update of prices between them.",
	"{place} says {reported}, but the report of {year} said {expected}: a factor of {factor}.")
/* clang-format on */
