// Counts of time: the least number is NaT. What NaT goes into is NaT, and no comparison with it holds but not_equal.
#pragma once
#include "unary.cuh"
#include "binary.cuh"

struct time64 { int64 count; };

#define NO_TIME (1ULL << 63)
#define NAT ((int64) NO_TIME)
FN bool nat(time64 a) { return a.count == NAT; }
FN bool nat(time64 a, time64 b) { return nat(a) || nat(b); }
FN time64 count(uint64 a) { return time64{(int64) a}; }

struct time_add { static FN time64 of(time64 a, time64 b) { return nat(a, b) ? count(NO_TIME) : count((uint64) a.count + (uint64) b.count); } END
struct time_subtract { static FN time64 of(time64 a, time64 b) { return nat(a, b) ? count(NO_TIME) : count((uint64) a.count - (uint64) b.count); } END
struct time_remainder { static FN time64 of(time64 a, time64 b) {
    return nat(a, b) || b.count == 0 ? count(NO_TIME) : time64{op_remainder::of(a.count, b.count)};
} END

// The whole part, towards 0; NaT if no count is as large.
FN time64 whole(double a) { return a >= -9223372036854775808.0 && a < 9223372036854775808.0 ? time64{(int64) a} : count(NO_TIME); }
struct time_multiply {
    static FN time64 of(time64 a, int64 b) { return nat(a) ? a : count((uint64) a.count * (uint64) b); }
    static FN time64 of(time64 a, double b) { return nat(a) ? a : whole((double) a.count * b); }
    static FN time64 of(int64 a, time64 b) { return of(b, a); }
    static FN time64 of(double a, time64 b) { return of(b, a); }
};
struct time_divide {
    static FN double of(time64 a, time64 b) { return nat(a, b) ? (double) NAN : (double) a.count / (double) b.count; }
    static FN time64 of(time64 a, int64 b) {
        return nat(a) || b == 0 ? count(NO_TIME) : b == -1 ? count(0 - (uint64) a.count) : time64{a.count / b};
    }
    static FN time64 of(time64 a, double b) { return nat(a) ? a : whole((double) a.count / b); }
};
struct time_floor_divide : time_divide {
    using time_divide::of;
    static FN int64 of(time64 a, time64 b) { return nat(a, b) ? 0 : floored(a.count, b.count); }
};

struct time_negative { static FN time64 of(time64 a) { return count(0 - (uint64) a.count); } END
struct time_positive { static FN time64 of(time64 a) { return a; } END
struct time_absolute { static FN time64 of(time64 a) { return a.count < 0 ? count(0 - (uint64) a.count) : a; } END
// As in NumPy, -1 of NaT
struct time_sign { static FN time64 of(time64 a) { return time64{(a.count > 0) - (a.count < 0)}; } END
struct time_isnat { static FN bool of(time64 a) { return nat(a); } END
struct time_isnan { static FN bool of(time64 a) { return nat(a); } END
struct time_isfinite { static FN bool of(time64 a) { return !nat(a); } END
struct time_isinf { static FN bool of(time64) { return false; } END

struct time_equal { static FN bool of(time64 a, time64 b) { return a.count == b.count && !nat(a); } END
struct time_not_equal { static FN bool of(time64 a, time64 b) { return a.count != b.count || nat(a); } END
struct time_less { static FN bool of(time64 a, time64 b) { return a.count < b.count && !nat(a); } END
struct time_less_equal { static FN bool of(time64 a, time64 b) { return a.count <= b.count && !nat(a); } END
struct time_greater { static FN bool of(time64 a, time64 b) { return a.count > b.count && !nat(b); } END
struct time_greater_equal { static FN bool of(time64 a, time64 b) { return a.count >= b.count && !nat(b); } END
// NaT is the least count: where the lesser wins it does, where the greater wins it loses, by itself
struct time_maximum { static FN time64 of(time64 a, time64 b) { return nat(a, b) ? count(NO_TIME) : a.count > b.count ? a : b; } END
struct time_minimum { static FN time64 of(time64 a, time64 b) { return a.count < b.count ? a : b; } END
struct time_fmax { static FN time64 of(time64 a, time64 b) { return a.count > b.count ? a : b; } END
struct time_fmin { static FN time64 of(time64 a, time64 b) { return nat(a) ? b : nat(b) ? a : a.count < b.count ? a : b; } END

// Counts of one unit as counts of another. What is too large wraps, what is left over is dropped towards the past.

struct Ratio { int64 numerator, denominator; };
FN int64 converted(const Ratio& r, int64 a) {
    int64 product = (int64) ((uint64) a * (uint64) r.numerator);
    if (a < 0) product = (int64) ((uint64) product - (uint64) (r.denominator - 1));
    return product / r.denominator;
}

// The Gregorian calendar; dates count from the start of 1970, years begin in March so that a leap day is their last.
#define ERA_DAYS 146097LL
#define DAYS_TO_1970 719468LL
FN int64 daysBefore(int64 years) { return years * 365 + years / 4 - years / 100; }
FN int64 dayOfMonth(int64 years, int64 month) {
    int64 march = (month + 10) % 12, year = (int64) ((uint64) years + 1970) - (month < 2);
    int64 era = floored(year, 400LL);
    return (int64) ((uint64) era * ERA_DAYS) + daysBefore(year - era * 400) + (153 * march + 2) / 5 - DAYS_TO_1970;
}
FN int64 monthOfDay(int64 day) {
    int64 era = floored(day, ERA_DAYS), shifted = day - era * ERA_DAYS + DAYS_TO_1970;
    era += shifted / ERA_DAYS;
    int64 inEra = shifted % ERA_DAYS;
    int64 year = (inEra - inEra / 1460 + inEra / 36524 - inEra / 146096) / 365;
    int64 month = (5 * (inEra - daysBefore(year)) + 2) / 153;
    return (era * 400 + year - 1970) * 12 + month + 2;
}

struct Recount {
    Walk<3> walk;
    Ratio ratio;
    int64 units;   // that a count is, where a calendar stands between
    int64 each;    // units that a result counts as one there
    int64 months;  // 12 if the unit beside the calendar is a year, 1 if it is a month
};

struct by_ratio { static FN int64 of(const Recount& r, int64 a) { return converted(r.ratio, a); } };
struct to_days {
    static FN int64 of(const Recount& r, int64 a) {
        int64 units = (int64) ((uint64) a * (uint64) r.units);
        int64 years = r.months == 12 ? units : floored(units, 12LL);
        int64 day = dayOfMonth(years, r.months == 12 ? 0 : units - years * 12);
        return floored(converted(r.ratio, day), r.each);
    }
};
struct to_months {
    static FN int64 of(const Recount& r, int64 a) {
        int64 day = converted(r.ratio, (int64) ((uint64) a * (uint64) r.units));
        return floored(floored(monthOfDay(day), r.months), r.each);
    }
};

// out = in: operand 0 is out, 1 in, 2 the mask of what is written, if it has an address.
template <class How> FN void recount(const Recount& r) {
    EACH(i, r.walk.n) {
        char* p[3];
        locate(r.walk, i, p);
        if (r.walk.base[2] && !*p[2]) continue;
        int64 a = *(const int64*) p[1];
        *(int64*) p[0] = a == NAT ? a : How::of(r, a);
    }
}

#define TIME_UNARY(op, A, R) \
    extern "C" __global__ void __launch_bounds__(THREADS) unary_##op##_##A##_##R(Walk<3> w) { unary<time_##op, A, R>(w); } \
    HOST_ENTRY(unary_##op##_##A##_##R, Walk<3>)
#define TIME_BINARY(op, A, B, R) \
    extern "C" __global__ void __launch_bounds__(THREADS) binary_##op##_##A##_##B##_##R(Walk<4> w) { binary<time_##op, A, B, R>(w); } \
    HOST_ENTRY(binary_##op##_##A##_##B##_##R, Walk<4>)
#define RECOUNT(how) \
    extern "C" __global__ void __launch_bounds__(THREADS) recount_##how(Recount r) { recount<how>(r); } \
    HOST_ENTRY(recount_##how, Recount)
