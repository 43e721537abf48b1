/** Sorted copies, and what sorting is good for: sets. */
@NullMarked
package io.arrayport.core.sorting;

import org.jspecify.annotations.NullMarked;
