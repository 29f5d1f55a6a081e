#include "abi.h"
#include <errno.h>
#include <stdlib.h>

#ifdef _WIN32
__declspec(dllimport) void __stdcall SetLastError(unsigned long error);
#endif

abi_state abi_shared;

static _Alignas(64) char rooms[ABI_DEPTHS][ABI_PARAMETERS][ABI_ROOM];

__attribute__((constructor)) static void open_rooms(void)
{
    abi_shared.arena = &rooms[0][0][0];
}

const abi_leaf abi_numbers[10][1] = {
    { { 0, ABI_I8, 1 } },  { { 0, ABI_U8, 1 } },  { { 0, ABI_I16, 1 } }, { { 0, ABI_U16, 1 } }, { { 0, ABI_I32, 1 } },
    { { 0, ABI_U32, 1 } }, { { 0, ABI_I64, 1 } }, { { 0, ABI_U64, 1 } }, { { 0, ABI_F32, 1 } }, { { 0, ABI_F64, 1 } },
};

const int abi_sizes[10] = { 1, 1, 2, 2, 4, 4, 8, 8, 4, 8 };

// The finalizer of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
static uint64_t mix(uint64_t x)
{
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9u;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

uint64_t abi_name(abi_phase phase, int parameter, int element, int leaf)
{
    uint64_t call = mix(abi_shared.seed) + ((uint64_t)(uint32_t)abi_shared.key << 32) + (uint32_t)abi_shared.set;
    uint64_t place = ((uint64_t)phase << 56) + ((uint64_t)parameter << 48) + ((uint64_t)element << 24) + (uint64_t)leaf;
    return mix(mix(call) + place);
}

// The bytes of one number: those of its name, but for the exponents of floating point, which stay in the middle of their
// range: no NaN, no infinity, no subnormal, so that no machine has a reason to change a bit.
uint64_t abi_number_of(abi_kind kind, abi_phase phase, int parameter, int element, int leaf)
{
    if (phase == ABI_CLEARED)
        return 0;
    uint64_t name = abi_name(phase, parameter, element, leaf);
    switch (kind) {
    case ABI_F32:
        return (name & 0x807fffffu) | (((uint32_t)(name >> 32) & 0x7f) + 64) << 23;
    case ABI_F64:
        return (name & 0x800fffffffffffffu) | (((name >> 52 & 0x3ff) + 512) << 52);
    default:
        return name;
    }
}

static int64_t widen(uint64_t bits, abi_kind kind)
{
    switch (kind) {
    case ABI_I8: return (int8_t)bits;
    case ABI_U8: return (uint8_t)bits;
    case ABI_I16: return (int16_t)bits;
    case ABI_U16: return (uint16_t)bits;
    case ABI_I32: return (int32_t)bits;
    case ABI_U32: return (uint32_t)bits;
    default: return (int64_t)bits;
    }
}

int64_t abi_integer(int parameter, abi_kind kind, abi_phase phase)
{
    return widen(abi_number_of(kind, phase, parameter, 0, 0), kind);
}

int64_t abi_dimension(int parameter)
{
    static const uint8_t dimensions[8] = { 0, 1, 2, 3, 1, 2, 3, 2 };
    return dimensions[abi_name(ABI_COUNT, parameter, 0, 0) & 7];
}

int64_t abi_slack(int parameter)
{
    return (int64_t)(abi_name(ABI_SLACK, parameter, 0, 0) % 3);
}

int abi_absent(int parameter)
{
    return (abi_name(ABI_ABSENT, parameter, 0, 0) & 3) == 0;
}

int abi_bit(int parameter, abi_phase phase)
{
    return (int)(abi_name(phase, parameter, 0, 0) & 1);
}

uint8_t abi_bool8(int parameter, abi_phase phase)
{
    uint8_t truth = (uint8_t)(abi_name(phase, parameter, 0, 0) >> 8);
    return !abi_bit(parameter, phase) ? 0 : truth != 0 ? truth : 0x80;
}

// The lowest byte is zero, the lowest bit of all values that a careless reader takes for false.
int32_t abi_bool32(int parameter, abi_phase phase)
{
    int32_t truth = (int32_t)(abi_name(phase, parameter, 0, 0) >> 8 & 0x7fffff00);
    return !abi_bit(parameter, phase) ? 0 : truth != 0 ? truth : 0x100;
}

// Every second status is a success: zero, not negative, or not zero.
int64_t abi_status(abi_kind kind, int convention)
{
    int succeeds = abi_bit(ABI_RESULT, ABI_STATUS);
    uint64_t code = abi_number_of(kind, ABI_OUT, ABI_RESULT, 0, 0);
    uint64_t sign = 1ull << (abi_sizes[kind] * 8 - 1);
    switch (convention) {
    case 1: code = succeeds ? code & ~sign : code | sign; break;
    case 2: code = succeeds ? code | 1 : 0; break;
    default: code = succeeds ? 0 : code | 1; break;
    }
    return widen(code, kind);
}

int abi_errno(void)
{
    return (int)(abi_name(ABI_ERRNO, 0, 0, 0) % 100) + 1;
}

void abi_set_errno(int error)
{
#ifdef _WIN32
    SetLastError((unsigned long)error);
#else
    errno = error;
#endif
}

void abi_die(void) { abort(); }

void *abi_arena(int parameter)
{
    return rooms[abi_shared.depth][parameter];
}

// An optional span may be left out; one that is empty is a null pointer where the signature's caller pins it so.
void *abi_span(int parameter, int64_t count, int form)
{
    int64_t slack = form & ABI_EXACT ? 0 : abi_slack(parameter);
    int64_t length = form & ABI_OPTIONAL && abi_absent(parameter) ? 0 : count + slack;
    return form & ABI_NULLABLE && length == 0 ? NULL : abi_arena(parameter);
}

// A span of no elements is a null pointer now and then, which is nothing wrong.
void *abi_native_span(int parameter, int64_t count, int form)
{
    return (form & ABI_OPTIONAL || count == 0) && abi_absent(parameter) ? NULL : abi_arena(parameter);
}

// Where an element lies whose number counts row by row, in memory that is filled column by column.
int64_t abi_by_columns(int64_t element, const int64_t *lengths, int rank)
{
    int64_t place = 0;
    for (int i = rank - 1; i >= 0; i--) {
        place = place * lengths[i] + element % lengths[i];
        element /= lengths[i];
    }
    return place;
}
