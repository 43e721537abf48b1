/** Statistics that are composed of the operations of arrays: options come in, arrays come out. */
@NullMarked
package io.arrayport.core.statistics;

import org.jspecify.annotations.NullMarked;
