package io.arrayport.core;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.SeriesMakeOption;
import io.arrayport.core.ndarray.SeriesOption;

/** The keyword arguments of series of polynomials; import them with all others from {@link Options}. */
public abstract sealed class SeriesOptions permits FourierOptions {
    SeriesOptions() {}

    /** Multiply each derivative or integral by this. */
    public static SeriesOption.Scl scl(double factor) {
        return new SeriesOption.Scl(factor);
    }

    /** Let integrals be 0 here. */
    public static SeriesOption.Lbnd lbnd(double bound) {
        return new SeriesOption.Lbnd(bound);
    }

    /** Add these to integrals, one to each. */
    public static SeriesOption.K k(NdArray constants) {
        return new SeriesOption.K(constants);
    }

    /** Look at a series between these ends. */
    public static SeriesMakeOption.Domain domain(NdArray ends) {
        return new SeriesMakeOption.Domain(ends);
    }

    /** Map the domain of a series to this. */
    public static SeriesMakeOption.Window window(NdArray ends) {
        return new SeriesMakeOption.Window(ends);
    }

    /** Call the variable of a series so. */
    public static SeriesMakeOption.Symbol symbol(String name) {
        return new SeriesMakeOption.Symbol(name);
    }
}
