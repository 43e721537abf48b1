/** Arrow's types, fields and schemas, and how they lie in memory: plain values. */
@NullMarked
package io.arrayport.arrow.type;

import org.jspecify.annotations.NullMarked;
