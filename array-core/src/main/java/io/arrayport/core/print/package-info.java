/** How NumPy writes arrays as text. */
@NullMarked
package io.arrayport.core.print;

import org.jspecify.annotations.NullMarked;
