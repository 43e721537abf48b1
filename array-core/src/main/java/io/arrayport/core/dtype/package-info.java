/** Element types: what one element is, not where it lies. */
@NullMarked
package io.arrayport.core.dtype;

import org.jspecify.annotations.NullMarked;
