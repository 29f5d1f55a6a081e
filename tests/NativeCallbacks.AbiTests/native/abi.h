// What the drawn C functions share: the bytes that an argument must have, computed from its name alone, and the first one that
// was wrong. Child/Naming.cs says the same in C#; neither is made from the other.
#ifndef ABI_H
#define ABI_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

// The order is that of the enums in Child/.
typedef enum { ABI_I8, ABI_U8, ABI_I16, ABI_U16, ABI_I32, ABI_U32, ABI_I64, ABI_U64, ABI_F32, ABI_F64 } abi_kind;
typedef enum { ABI_IN, ABI_OUT, ABI_CLEARED, ABI_COUNT, ABI_SLACK, ABI_ABSENT, ABI_TEXT, ABI_STATUS, ABI_ERRNO } abi_phase;
typedef enum { ABI_BYTES, ABI_ADDRESS, ABI_RANK, ABI_LENGTH, ABI_CHARACTERS, ABI_CODE } abi_what;

enum { ABI_RESULT = 30, ABI_PARAMETERS = 32, ABI_DEPTHS = 8, ABI_ROOM = 8192 };

// What a span or a tensor is: one that may be left out, a null pointer where it is empty, just as long as its shape.
enum { ABI_OPTIONAL = 1, ABI_NULLABLE = 2, ABI_EXACT = 4 };

// Some equal numbers of a struct, one beside the other.
typedef struct { uint32_t offset; uint16_t kind; uint16_t count; } abi_leaf;

typedef struct {
    uint64_t seed;
    int32_t key, set;          // of the signature that is being called, and of its arguments
    int32_t depth;             // how many calls are under way, less one
    int32_t failed;            // whether the rest of the line is set
    int32_t failed_key, managed, what, phase, parameter, element, leaf, offset;
    uint64_t expected, was;
    int64_t compared;          // how many bytes
    uint64_t handed[ABI_DEPTHS][ABI_PARAMETERS]; // addresses and contexts that a managed caller says it will pass
    char *arena;               // where what is passed by address lies: a room for each parameter, at each depth
} abi_state;

extern abi_state abi_shared;
extern const int abi_sizes[10]; // of numbers, by abi_kind

uint64_t abi_name(abi_phase phase, int parameter, int element, int leaf);
uint64_t abi_number_of(abi_kind kind, abi_phase phase, int parameter, int element, int leaf);
int64_t abi_integer(int parameter, abi_kind kind, abi_phase phase);
int64_t abi_dimension(int parameter);
int64_t abi_slack(int parameter);
int abi_absent(int parameter);
int abi_bit(int parameter, abi_phase phase);
uint8_t abi_bool8(int parameter, abi_phase phase);   // any value that means the bit
int32_t abi_bool32(int parameter, abi_phase phase);
int64_t abi_status(abi_kind kind, int convention);
int abi_errno(void);
void abi_set_errno(int error);                       // what .NET captures: the last error of the thread on Windows
void abi_die(void);

void *abi_arena(int parameter);
char *abi_text(int parameter);
uint16_t *abi_wide_text(int parameter);
void *abi_span(int parameter, int64_t count, int form);        // what a managed caller passes
void *abi_native_span(int parameter, int64_t count, int form); // what a native caller passes
int64_t abi_by_columns(int64_t element, const int64_t *lengths, int rank);

void abi_fill(int parameter, int element, void *value, const abi_leaf *leaves, int count, abi_phase phase);
void abi_check(int parameter, int element, const void *value, const abi_leaf *leaves, int count, abi_phase phase);
void abi_check_integer(int parameter, int64_t was, int64_t expected, abi_phase phase);
int abi_check_address(int parameter, const void *was, const void *expected);
int abi_check_span(int parameter, const void *was, int64_t count, int form);
void abi_check_text(int parameter, const char *was);
void abi_check_wide_text(int parameter, const uint16_t *was);
int abi_check_handed(int parameter, const void *was);
void abi_fail(abi_what what, abi_phase phase, int parameter, int element, int leaf, int offset, uint64_t expected, uint64_t was);

#define ABI_LEAVES(table) table, (int)(sizeof(table) / sizeof(abi_leaf))

extern const abi_leaf abi_numbers[10][1];
#define ABI_NUMBER(kind) abi_numbers[kind], 1

// The types that are the same for all signatures.
typedef void (*abi_function)(void);
typedef struct { double re, im; } abi_complex;
typedef struct { float x, y; } abi_vector2;
typedef struct { float x, y, z; } abi_vector3;
typedef struct { float x, y, z, w; } abi_vector4;
typedef struct { uint32_t a; uint16_t b, c; uint8_t d[8]; } abi_guid;
typedef enum { enum_int_lowest = INT32_MIN, enum_int_highest = INT32_MAX } enum_int;
typedef enum { enum_uint_lowest, enum_uint_highest = UINT32_MAX } enum_uint;

#endif
