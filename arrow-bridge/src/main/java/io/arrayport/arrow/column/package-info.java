/** Arrow columns in memory, whoever made them: what they hold, as views of their buffers. */
@NullMarked
package io.arrayport.arrow.column;

import org.jspecify.annotations.NullMarked;
