/** What joins, splits, repeats and pads arrays: compositions of views and copies. */
@NullMarked
package io.arrayport.core.manipulation;

import org.jspecify.annotations.NullMarked;
