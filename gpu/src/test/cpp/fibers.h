// The threads of one block at a time, each on a stack of its own.
#pragma once

// Runs `entry` in every thread of the block whose place is set; returns an error where threads wait for each other for
// good, as a device would.
int runBlock(void (*entry)(void**), void** arguments, unsigned threads);
