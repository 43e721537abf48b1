// Where the greatest or least element of a row stands, the first of equal ones, the first NaN if there is one: a block for
// each part of each row, and then one for the parts' winners.
#pragma once
#include "fold.cuh"

struct Arg {
    int64 rows, parts, n, most;  // elements of a row, of a part
    int64 axes, shape[AXES], in[AXES], out[AXES];
    char* base;
    int64 step;
    char* result;                // positions: of rows, or of parts one after the other
    const int64* candidates;     // the parts' positions, one after the other, which stand for elements then
    int64 time;                  // whether the least number of all is no time, and wins
};

template <class T> FN bool wins(bool greatest, T a, T b) { return greatest ? a > b : a < b; }
template <class T> FN bool wins(bool greatest, Complex<T> a, Complex<T> b) {
    return greatest ? op_greater::of(a, b) : op_less::of(a, b);
}

template <bool GREATEST, class A> FN bool before(Computed<A> a, int64 i, Computed<A> b, int64 k, bool nan, bool other) {
    if (nan || other) return nan && (!other || i < k);
    if (wins(GREATEST, a, b)) return true;
    return !wins(GREATEST, b, a) && i < k;
}

template <class T> FN bool none(T, bool) { return false; }
FN bool none(int64 a, bool time) { return time && a == NAT; }
FN bool none(float a, bool) { return a != a; }
FN bool none(double a, bool) { return a != a; }
template <class T> FN bool none(Complex<T> a, bool) { return isNan(a); }

template <bool GREATEST, class A> FN void arg(const Arg& f) {
    typedef Computed<A> T;
    __shared__ int64 winners[THREADS];
    int t = (int) threadIdx.x;
    for (int64 work = blockIdx.x; work < f.rows * f.parts; work += gridDim.x) {
        int64 row = work / f.parts, part = work - row * f.parts, rest = row;
        char *in = f.base, *out = f.result;
        for (int d = 0; d < f.axes; d++) {
            int64 next = rest / f.shape[d], at = rest - next * f.shape[d];
            rest = next;
            in += at * f.in[d];
            out += at * f.out[d];
        }
        int64 end = (part + 1) * f.most < f.n ? (part + 1) * f.most : f.n, best = -1;
        T winner = T();
        bool nan = false;
        for (int64 k = part * f.most + t; k < end; k += blockDim.x) {
            int64 i = f.candidates ? f.candidates[row * f.n + k] : k;
            T a = Of<A>::load(*(const A*) (in + i * f.step));
            bool no = none(a, f.time);
            if (best < 0 || before<GREATEST, A>(a, i, winner, best, no, nan)) { best = i; winner = a; nan = no; }
        }
        winners[t] = best;
        __syncthreads();
        for (int apart = (int) blockDim.x / 2; apart > 0; apart /= 2) {
            if (t < apart && winners[t + apart] >= 0) {
                int64 i = winners[t + apart];
                T a = Of<A>::load(*(const A*) (in + i * f.step));
                bool no = none(a, f.time);
                if (best < 0 || before<GREATEST, A>(a, i, winner, best, no, nan)) { best = i; winner = a; nan = no; }
                winners[t] = best;
            }
            __syncthreads();
        }
        if (t == 0) *(int64*) (f.parts > 1 ? f.result + work * (int64) sizeof(int64) : out) = best;
        __syncthreads();
    }
}

#define ARG(op, A) \
    extern "C" __global__ void __launch_bounds__(THREADS) arg_##op##_##A(Arg f) { arg<arg_##op, A>(f); } \
    HOST_BLOCK(arg_##op##_##A, Arg)
static const bool arg_maximum = true, arg_minimum = false;
