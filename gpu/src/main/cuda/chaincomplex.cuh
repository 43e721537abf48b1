// Long functions of complex numbers, one element after the other.
#pragma once
#include "chain.cuh"
#include "complex.cuh"

template <class F> struct Narrowed {
    template <class T> static FN Complex<T> of(Complex<T> a, Complex<T> b) {
        complex128 value = F::of(complex128{a.re, a.im}, complex128{b.re, b.im});
        return {(T) value.re, (T) value.im};
    }
};

#define COMPLEX_CHAIN(op, T) \
    extern "C" __global__ void __launch_bounds__(THREADS) chain_##op##_##T(Fold f) { chain<Narrowed<complex_##op>, T>(f); } \
    HOST_ENTRY(chain_##op##_##T, Fold)
