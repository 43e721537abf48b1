/**
 * How arrays come from and go to neighbours: sources, targets, plans, and copies that are never silent.
 *
 * <p>The documentation of every exchange, in all bridges, says one of four things of the bytes:
 *
 * <ul>
 * <li>It <b>shares</b> them: the result sees the same bytes and keeps them by itself. Both sides close what they have,
 * in any order; closing an array ends Java's access through it and its views, and the memory goes when the last one
 * lets go.
 * <li>It <b>borrows</b> them: what is lent stays the caller's, who closes it, and not before the borrower is done.
 * <li>It <b>takes</b> them: what is given belongs to the result, also where it is refused, and the caller neither uses
 * nor closes it any more.
 * <li>It <b>copies</b> them: the result has bytes of its own, and a flight recorder event {@code io.arrayport.Copy}
 * says how many.
 * </ul>
 */
@NullMarked
package io.arrayport.core.exchange;

import org.jspecify.annotations.NullMarked;
