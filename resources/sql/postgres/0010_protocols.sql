-- Which protocols and leaflets were named last: asked whenever a worker records whether one was applied.
CREATE INDEX case_event_protocols ON case_event (recorded_at) WHERE kind = 'protocol_applied';
