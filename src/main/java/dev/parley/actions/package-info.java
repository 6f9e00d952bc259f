/// Actions: what an agent may call outside during a conversation, or the platform around it.
@NullMarked
package dev.parley.actions;

import org.jspecify.annotations.NullMarked;
