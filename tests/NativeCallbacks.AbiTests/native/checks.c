// What was expected, compared with what was there.
#include "abi.h"

void abi_fail(abi_what what, abi_phase phase, int parameter, int element, int leaf, int offset, uint64_t expected, uint64_t was)
{
    abi_state *s = &abi_shared;
    if (s->failed)
        return;
    s->failed = 1;
    s->managed = 0;
    s->failed_key = s->key;
    s->what = what, s->phase = phase, s->parameter = parameter, s->element = element, s->leaf = leaf, s->offset = offset;
    s->expected = expected, s->was = was;
}

static void compare(abi_phase phase, int parameter, int element, int leaf, uint32_t offset, const void *expected, const void *was, int size)
{
    abi_shared.compared += size;
    if (memcmp(expected, was, (size_t)size) == 0)
        return;
    const uint8_t *e = expected, *w = was;
    int byte = 0;
    while (e[byte] == w[byte])
        byte++;
    abi_fail(ABI_BYTES, phase, parameter, element, leaf, (int)offset + byte, e[byte], w[byte]);
}

void abi_fill(int parameter, int element, void *value, const abi_leaf *leaves, int count, abi_phase phase)
{
    int leaf = 0;
    for (int i = 0; i < count; i++)
        for (int k = 0; k < leaves[i].count; k++, leaf++) {
            uint64_t bits = abi_number_of(leaves[i].kind, phase, parameter, element, leaf);
            memcpy((char *)value + leaves[i].offset + k * abi_sizes[leaves[i].kind], &bits, (size_t)abi_sizes[leaves[i].kind]);
        }
}

void abi_check(int parameter, int element, const void *value, const abi_leaf *leaves, int count, abi_phase phase)
{
    int leaf = 0;
    for (int i = 0; i < count; i++)
        for (int k = 0; k < leaves[i].count; k++, leaf++) {
            uint64_t bits = abi_number_of(leaves[i].kind, phase, parameter, element, leaf);
            uint32_t offset = leaves[i].offset + (uint32_t)(k * abi_sizes[leaves[i].kind]);
            compare(phase, parameter, element, leaf, offset, &bits, (const char *)value + offset, abi_sizes[leaves[i].kind]);
        }
}

// Eight bytes, so that a narrow argument that was not extended is seen where the compiler relies on it.
void abi_check_integer(int parameter, int64_t was, int64_t expected, abi_phase phase)
{
    compare(phase, parameter, 0, 0, 0, &expected, &was, 8);
}

int abi_check_address(int parameter, const void *was, const void *expected)
{
    abi_shared.compared += 8;
    if (was == expected)
        return 1;
    abi_fail(ABI_ADDRESS, ABI_IN, parameter, 0, 0, 0, (uintptr_t)expected, (uintptr_t)was);
    return 0;
}

int abi_check_span(int parameter, const void *was, int64_t count, int form)
{
    return abi_check_address(parameter, was, abi_span(parameter, count, form))
        && was != NULL && !(form & ABI_OPTIONAL && abi_absent(parameter));
}

int abi_check_handed(int parameter, const void *was)
{
    return abi_check_address(parameter, was, (const void *)(uintptr_t)abi_shared.handed[abi_shared.depth][parameter]);
}
