// The stories of the contract, in the order they run. The end of the organization is not among
// them: nothing can be told after it.
import './stories/health.js';
import './stories/agents.js';
import './stories/voices.js';
import './stories/prospects.js';
import './stories/conversations.js';
import './stories/connections.js';
import './stories/files.js';
import './stories/hives.js';
import './stories/actions.js';
import './stories/products.js';
import './stories/phones.js';
import './stories/templates.js';
import './stories/analytics.js';
import './stories/keys.js';
import './stories/people.js';
