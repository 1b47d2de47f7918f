-- The runs of the newest command (one a model): what queries mean when no run is named.
CREATE VIEW newest_runs AS
SELECT DISTINCT e.run FROM events e WHERE e.kind = 'weighed' AND e.at = (SELECT max(at) FROM events WHERE kind = 'weighed');
