#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer with the arguments of a program; part of the library that `-sanitize=fuzzer` links.
int LLVMFuzzerRunDriver(int *_Nonnull count, char *_Nullable *_Nonnull *_Nonnull arguments,
                        int (*_Nonnull callback)(const uint8_t *_Nonnull data, size_t size));
