/**
 * Universal functions as data: a name, an identity and a table of type signatures. Here operands are resolved,
 * broadcast, checked and leased once; a backend computes.
 */
@NullMarked
package io.arrayport.core.ufunc;

import org.jspecify.annotations.NullMarked;
