// How a kernel walks N operands of one shape: geometry comes by value, axes merged beforehand, the innermost first.
#pragma once
#include "types.cuh"

// Where kernels run on the host, what calls one from its arguments as the driver is given them; HOST_BLOCK where threads
// of a block wait for each other.
#ifndef HOST_ENTRY
#define HOST_ENTRY(kernel, Arguments)
#define HOST_BLOCK(kernel, Arguments)
#endif

#define AXES 8
#define THREADS 256

template <int N> struct Walk {
    int64 n;
    int32 axes;
    int32 packed;  // 1: every operand is contiguous and aligned to 16 bytes
    int64 shape[AXES];
    int64 stride[N][AXES];
    char* base[N];
};

// Four elements that are read and written at once, by as few accesses as 16 bytes allow.
template <class T> struct alignas(sizeof(T) * 4 < 16 ? sizeof(T) * 4 : 16) Four { T at[4]; };

template <int N> FN void locate(const Walk<N>& w, int64 i, char** p) {
#pragma unroll
    for (int k = 0; k < N; k++) p[k] = w.base[k];
    // A division of 32 bits costs a fifth of one of 64.
    if (w.n <= 0x7fffffff) {
        uint32 rest = (uint32) i;
#pragma unroll 1
        for (int d = 0; d < w.axes; d++) {
            uint32 length = (uint32) w.shape[d], next = rest / length;
            int64 at = rest - next * length;
            rest = next;
#pragma unroll
            for (int k = 0; k < N; k++) p[k] += at * w.stride[k][d];
        }
        return;
    }
#pragma unroll 1
    for (int d = 0; d < w.axes; d++) {
        int64 next = i / w.shape[d], at = i - next * w.shape[d];
        i = next;
#pragma unroll
        for (int k = 0; k < N; k++) p[k] += at * w.stride[k][d];
    }
}

#define EACH(i, n) for (int64 i = (int64) blockIdx.x * blockDim.x + threadIdx.x, step_ = (int64) gridDim.x * blockDim.x; i < (n); i += step_)
