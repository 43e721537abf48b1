/**
 * Series of polynomials, that of the lowest degree first: {@code np.polynomial}. What differs from one basis to another
 * is a row of {@link io.arrayport.core.series.Basis}.
 */
@NullMarked
package io.arrayport.core.series;

import org.jspecify.annotations.NullMarked;
