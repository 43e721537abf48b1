/** How arrays come from and go to neighbours: sources, targets, plans, and copies that are never silent. */
@NullMarked
package io.arrayport.core.exchange;

import org.jspecify.annotations.NullMarked;
