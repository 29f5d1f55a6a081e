// Handles: what is opened must be closed once.
#include <stdatomic.h>
#include <stdlib.h>
#include "shim.h"

static atomic_int open_handles;

handle *handle_open(int32_t value)
{
    if (value == 0)
        return NULL;
    handle *h = malloc(sizeof *h);
    h->value = value;
    atomic_fetch_add(&open_handles, 1);
    return h;
}

int32_t handle_open_into(int32_t value, int32_t status, handle **out)
{
    if (value != 0)
        *out = handle_open(value);
    return status;
}

handle *handle_open_calling(int32_t value, void (*f)(void))
{
    handle *h = handle_open(value);
    f();
    return h;
}

void handle_close(handle *h)
{
    h->value = -99;
    atomic_fetch_sub(&open_handles, 1);
    free(h);
}

int32_t handle_value(const handle *h) { return h == NULL ? -1 : h->value; }

int64_t handle_weigh(const handle *a, int32_t between, const handle *b)
{
    return handle_value(a) + 2 * (int64_t)between - 3 * (int64_t)handle_value(b);
}

int32_t handle_value_after(const handle *h, void (*f)(void))
{
    f();
    return handle_value(h);
}

int32_t handle_count(void) { return atomic_load(&open_handles); }
