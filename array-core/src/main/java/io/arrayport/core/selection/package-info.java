/** Selecting elements by arrays of positions and by masks: what an index means, and moving what it selects. */
@NullMarked
package io.arrayport.core.selection;

import org.jspecify.annotations.NullMarked;
