// How many elements of a sorted row come before each value, by halving.
#pragma once
#include "order.cuh"

struct Search {
    const char* sorted;
    int64 stride;
    int64 n;
    const char* sorter;  // if anything, int64 positions of the elements in their order
    int64 sorterStride;
    int64 right;         // whether what is equal comes before
    Walk<2> walk;        // operand 0 is out, 1 the values
    Order order;         // of records
};

FN const char* element(const Search& s, int64 i) {
    if (s.sorter) i = *(const int64*) (s.sorter + i * s.sorterStride);
    return s.sorted + i * s.stride;
}

template <class T> struct ByKey {
    static FN bool before(const Search& s, const char* a, const char* value) {
        typename Key<T>::type left = Key<T>::of(*(const T*) a, true), right = Key<T>::of(*(const T*) value, true);
        return s.right ? !less(right, left) : less(left, right);
    }
};
struct ByOrder {
    static FN bool before(const Search& s, const char* a, const char* value) {
        return compare(s.order, a, value) < (s.right ? 1 : 0);
    }
};

template <class F> FN void search(const Search& s) {
    EACH(i, s.walk.n) {
        char* p[2];
        locate(s.walk, i, p);
        int64 low = 0, high = s.n;
        while (low < high) {
            int64 middle = (low + high) >> 1;
            if (F::before(s, element(s, middle), p[1])) low = middle + 1;
            else high = middle;
        }
        *(int64*) p[0] = low;
    }
}

#define SEARCH(T) \
    extern "C" __global__ void __launch_bounds__(THREADS) search_##T(Search s) { search<ByKey<T>>(s); } \
    HOST_ENTRY(search_##T, Search)
#define SEARCHORDER(F) \
    extern "C" __global__ void __launch_bounds__(THREADS) searchorder_##F(Search s) { search<F>(s); } \
    HOST_ENTRY(searchorder_##F, Search)
