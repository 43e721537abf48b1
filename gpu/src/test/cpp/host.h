// CUDA's words for g++: every thread of a block runs after the other.
#pragma once
#include <cstdint>

#define __device__
#define __global__
#define __forceinline__ inline
#define __launch_bounds__(threads)

struct Place { unsigned x, y, z; };
extern thread_local Place threadIdx, blockIdx, blockDim, gridDim;

static inline int __popcll(unsigned long long a) { return __builtin_popcountll(a); }

#define HOST_ENTRY(kernel, Arguments) \
    extern "C" void host_##kernel(void** arguments) { kernel(*(const Arguments*) arguments[0]); }
