// Tables of functions, as libraries hand them out and take them: a struct with data, one with its size, and objects.
#include <stddef.h>
#include "shim.h"

static double minus(double a, double b) { return 2 * a - b; }

static int64_t weigh(const int32_t *values, int32_t n)
{
    int64_t sum = 0;
    for (int32_t i = 0; i < n; i++)
        sum += (int64_t)values[i] * (i + 1);
    return sum;
}

static const dispatch_functions functions = { .version = 3, .flag = 200, .minus = minus, .weigh = weigh };

const dispatch_functions *dispatch_table(void) { return &functions; }

double dispatch_use(const dispatch_functions *t, double a, double b)
{
    static const int32_t values[] = { 7, 5, 3 };
    return t->version + 10 * t->minus(a, b) - (double)t->weigh(values, 3);
}

static int32_t first(int32_t a) { return 3 * a; }
static int32_t second(int32_t a, int32_t b) { return 3 * a - b; }

static const dispatch_versioned versions[] = {
    { .size = offsetof(dispatch_versioned, second), .first = first, .second = (int32_t (*)(int32_t, int32_t))1 },
    { .size = sizeof(dispatch_versioned), .first = first, .second = second },
};

const dispatch_versioned *dispatch_of_version(int32_t version) { return &versions[version - 1]; }

static int32_t object_add(dispatch_object *self, int32_t n) { return self->count += n; }
static int32_t object_minus(dispatch_object *self, int32_t a, int32_t b) { return 2 * a - b + 1000 * self->count; }

static const dispatch_methods methods = { .add = object_add, .minus = object_minus };
static dispatch_object objects[] = { { &methods, 5 }, { &methods, 7 }, { NULL, 0 } };

dispatch_object *dispatch_object_at(int32_t index) { return &objects[index]; }

int32_t dispatch_object_use(dispatch_object *o, int32_t n) { return o->table->minus(o, o->table->add(o, n), n); }

#ifdef _WIN32
static double_pair *rotor_turn(dispatch_rotor *self, double_pair *result, double by)
{
    *result = callback_turn(self->at, by);
    return result;
}
#else
static double_pair rotor_turn(dispatch_rotor *self, double by) { return callback_turn(self->at, by); }
#endif

static dispatch_turn *const rotor_methods[] = { rotor_turn };
static dispatch_rotor rotor = { rotor_methods, { 3, 4 } };

dispatch_rotor *dispatch_rotor_at(void) { return &rotor; }

double_pair dispatch_rotor_use(dispatch_rotor *r, double by)
{
#ifdef _WIN32
    double_pair turned;
    (*r->table)(r, &turned, by);
#else
    double_pair turned = (*r->table)(r, by);
#endif
    return (double_pair){ turned.x - 1, 2 * turned.y };
}
