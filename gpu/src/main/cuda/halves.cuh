// Operations on the bits of 16-bit floats, which count up from 0 on either side.
#pragma once
#include "unary.cuh"
#include "binary.cuh"

// Elements that are computed with as they lie.
template <class T> struct Own { T at; };

FN uint16 infinity(float16) { return 0x7c00; }
FN uint16 infinity(bfloat16) { return 0x7f80; }
FN float16 half(float a, float16) { return toHalf(a); }
FN bfloat16 half(float a, bfloat16) { return toBfloat(a); }

// The bits of the least number above; nan and infinity stay.
FN uint16 above(uint16 bits, uint16 infinity) {
    uint16 size = bits & 0x7fff;
    if (size > infinity || bits == infinity) return bits;
    return size == 0 ? 1 : bits & 0x8000 ? bits - 1 : bits + 1;
}
struct half_nextafter {
    template <class T> static FN Own<T> of(Own<T> a, Own<T> b) {
        float from = widen(a.at), to = widen(b.at);
        if (isNan(from) || isNan(to)) return {half((float) NAN, T())};
        if (from == to) return a;
        return {T{from < to ? above(a.at.bits, infinity(T()))
            : (uint16) (above(a.at.bits ^ 0x8000, infinity(T())) ^ 0x8000)}};
    }
};
// The distance from the next number above, which is how NumPy has it for these.
struct half_spacing {
    template <class T> static FN Own<T> of(Own<T> a) {
        float value = widen(a.at);
        T next{above(a.at.bits, infinity(T()))};
        return {half(isInf(value) ? (float) NAN : widen(next) - value, T())};
    }
};

#define HALF_UNARY(op, A, R) \
    extern "C" __global__ void __launch_bounds__(THREADS) unary_##op##_##A##_##R(Walk<3> w) { unary<half_##op, Own<A>, Own<R>>(w); } \
    HOST_ENTRY(unary_##op##_##A##_##R, Walk<3>)
#define HALF_BINARY(op, A, B, R) \
    extern "C" __global__ void __launch_bounds__(THREADS) binary_##op##_##A##_##B##_##R(Walk<4> w) { binary<half_##op, Own<A>, Own<B>, Own<R>>(w); } \
    HOST_ENTRY(binary_##op##_##A##_##B##_##R, Walk<4>)
