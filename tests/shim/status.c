// Status codes of every width, and errno.
#include "errors.h"
#include "shim.h"

#define ECHO(name, type) \
    type status_##name(type code) { return code; }
SHIM_INTEGERS(ECHO)

int32_t status_after_writing(int32_t code, double *out, int32_t n)
{
    for (int32_t i = 0; i < n; i++)
        out[i] = i + 1;
    return code;
}

int32_t status_set_errno(int32_t error, int32_t result)
{
    set_system_error(error);
    return result;
}

int32_t status_get_errno(void) { return system_error(); }
