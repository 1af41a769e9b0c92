#ifndef DERIVE_CMPFR_SHIM_H
#define DERIVE_CMPFR_SHIM_H

#include <stdint.h>
#include <gmp.h>
#include <mpfr.h>

/// The version of GMP; its own name is a macro, which Swift does not see.
static inline const char *derive_gmp_version(void) { return gmp_version; }

#endif
