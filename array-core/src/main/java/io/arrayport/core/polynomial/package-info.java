/** Series of polynomials as values, and functions of their coefficients: {@code np.polynomial}. */
@NullMarked
package io.arrayport.core.polynomial;

import org.jspecify.annotations.NullMarked;
