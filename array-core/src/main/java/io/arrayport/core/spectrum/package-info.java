/** Discrete Fourier transforms of arrays: {@code np.fft}. */
@NullMarked
package io.arrayport.core.spectrum;

import org.jspecify.annotations.NullMarked;
