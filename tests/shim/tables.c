// Functions that are found in tables, as plug-in APIs have them, and in objects, as C++ and COM do.
#include "shim.h"

static int32_t minus(int32_t a, int32_t b) { return 2 * a - b; }
static int32_t turned(int32_t a, int32_t b) { return a - 2 * b; }

void *const table_functions[3] = { NULL, (void *)minus, (void *)turned };

static int32_t add(table_object *object, int32_t x) { return object->value + x; }
static int32_t subtract(table_object *object, int32_t x) { return object->value - x; }
static void *const object_table[2] = { (void *)add, (void *)subtract };

void table_init(table_object *object, int32_t value)
{
    object->table = object_table;
    object->value = value;
}
