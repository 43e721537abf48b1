package io.arrayport.core;

/**
 * What a type of times counts: {@code np.datetimeData}.
 *
 * @param unit NumPy's name of it: {@code "s"}, {@code "generic"}
 * @param count how many of it are counted as one
 */
public record DatetimeData(String unit, int count) {}
