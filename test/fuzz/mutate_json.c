/*
 * mutate_json.c
 *		JSON made from other JSON: values that are dropped, doubled, put elsewhere,
 *		or replaced by values of other types; members under other names.
 *
 * test/fuzz/mutate_json.c
 */
#include "fuzz.h"

#include <jansson.h>

#include "../unit/drafts.h"

#include "form.h"

/* ---- Other values and names ---- */

static const char *const values[] = {
    "null",        "true",
    "false",       "0",
    "-1",          "7",
    "2021",        "1899",
    "2101",        "16777216",
    "1e30",        "0.5",
    "1.25e-7",     "999999999999999999",
    "\"\"",        "\"N/A\"",
    "\"2021\"",    "\"2021-02-30\"",
    "\"actual\"",  "\"Permanente\"",
    "\"1.0\"",     "{}",
    "[]",          "[{}]",
    "[\"a\"]",     "{\"status\": \"blank\"}",
    "\"total\"",   "{\"status\": \"ambiguous\", \"text\": \"12\"}",
    "\"x\"",       "{\"status\": \"invalid\", \"text\": \"doce\"}",
    "\"purpose\"", "{\"columns\": [{\"year\": 2021}], \"rows\": [{\"values\": [{\"column\": 1}]}]}",
};

static json_t *
other_value(Random *random)
{
	const char *text = values[random_below(random, sizeof(values) / sizeof(values[0]))];

	return json_loads(text, JSON_DECODE_ANY, NULL);
}

static const char *
other_name(Random *random)
{
	static const char *const names[] = {"row",     "status", "text",  "column", "columns",
	                                    "rows",    "values", "entry", "exit",   "after",
	                                    "section", "label",  "topic", "year",   "no key"};

	if (random_chance(random, 50))
		return names[random_below(random, sizeof(names) / sizeof(names[0]))];
	return form_fields[random_below(random, FIELD_COUNT)].key;
}

/* ---- Changes ---- */

static void
change_array(Random *random, json_t *array)
{
	size_t count = json_array_size(array);
	size_t at = random_below(random, (uint32_t) count + 1);

	switch (random_below(random, 4))
	{
		case 0:
			json_array_remove(array, at);
			break;
		case 1:
			json_array_insert_new(array, at, other_value(random));
			break;
		case 2:
			json_array_set_new(array, at, other_value(random));
			break;
		default:
			if (at < count)
				json_array_append_new(array, json_deep_copy(json_array_get(array, at)));
			break;
	}
}

/* The name of a member, drawn by lot; NULL: there is none. */
static const char *
any_name(Random *random, json_t *object)
{
	uint32_t left = random_below(random, (uint32_t) json_object_size(object) + 1);
	void *member = json_object_iter(object);

	while (left-- > 0 && member != NULL)
		member = json_object_iter_next(object, member);
	return member == NULL ? NULL : json_object_iter_key(member);
}

static void
change_object(Random *random, json_t *object)
{
	const char *name = any_name(random, object);

	if (name == NULL)
		json_object_set_new(object, other_name(random), other_value(random));
	else if (random_chance(random, 30))
		json_object_del(object, name);
	else if (random_chance(random, 30))
		json_object_set_new(object, other_name(random),
		                    json_deep_copy(json_object_get(object, name)));
	else
		json_object_set_new(object, name, other_value(random));
}

/* A value in it that has values itself, drawn by lot. */
static json_t *
any_container(Random *random, json_t *root)
{
	for (;;)
	{
		json_t *inner = NULL;

		if (json_is_object(root))
		{
			const char *name = any_name(random, root);

			inner = name == NULL ? NULL : json_object_get(root, name);
		}
		else if (json_array_size(root) > 0)
			inner = json_array_get(root, random_below(random, (uint32_t) json_array_size(root)));
		if (!(json_is_object(inner) || json_is_array(inner)) || random_chance(random, 15))
			return root;
		root = inner;
	}
}

size_t
LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed)
{
	Random random = {seed | UINT64_C(1) << 32};
	json_t *root = NULL;
	size_t length = 0;

	if (!random_chance(&random, 25))
		root = json_loadb((char *) data, size, 0, NULL);
	if (root == NULL)
		return LLVMFuzzerMutate(data, size, max_size);
	for (uint32_t count = 1 + random_below(&random, 4); count > 0; count--)
	{
		json_t *container = any_container(&random, root);

		if (json_is_object(container))
			change_object(&random, container);
		else
			change_array(&random, container);
	}
	length = json_dumpb(root, (char *) data, max_size, JSON_COMPACT);
	json_decref(root);
	return length <= max_size ? length : LLVMFuzzerMutate(data, size, max_size);
}
