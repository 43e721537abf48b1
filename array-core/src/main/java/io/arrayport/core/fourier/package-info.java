/**
 * Discrete Fourier transforms of numbers in Java arrays: passes of small factors, lengths of two factors as a matrix,
 * and prime ones as a convolution. Knows lengths alone, no arrays of this library.
 */
@NullMarked
package io.arrayport.core.fourier;

import org.jspecify.annotations.NullMarked;
