/** Functions of strings, by loops over the memory in which they lie. */
@NullMarked
package io.arrayport.core.text;

import org.jspecify.annotations.NullMarked;
