/** What sorting is good for: sets, and orders by several keys. */
@NullMarked
package io.arrayport.core.sorting;

import org.jspecify.annotations.NullMarked;
