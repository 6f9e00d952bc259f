import { everyOperationIsCalled } from './coverage.js';
import './stories.js';
import './stories/organizations.js';

everyOperationIsCalled();
