/**
 * What the bridges that call C and are called back by it share: Java objects behind 64-bit ids, and whether a thread
 * has the stack for a call that may come back.
 */
@NullMarked
package io.arrayport.core.foreign;

import org.jspecify.annotations.NullMarked;
