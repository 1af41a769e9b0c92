#ifndef DERIVE_CMPFR_SHIM_H
#define DERIVE_CMPFR_SHIM_H

#include <stdint.h>
#include <gmp.h>
#include <mpfr.h>

#endif
