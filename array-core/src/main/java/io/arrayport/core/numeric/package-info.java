/** Numerical functions made of ufuncs, and those that are loops of their own over packed elements. */
@NullMarked
package io.arrayport.core.numeric;

import org.jspecify.annotations.NullMarked;
