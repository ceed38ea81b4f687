-- What the firms have sent, for DuckDB: one table with one line for each question of each check.
-- The files lie in checks/, or where `SET VARIABLE files = 'folder/*.ndjson'` says. All columns: docs/JSON.md.

CREATE OR REPLACE TEMPORARY TABLE sent AS
SELECT *
FROM read_json(
    coalesce(getvariable('files'), 'checks/*.ndjson'),
    format = 'newline_delimited',
    filename = true,
    columns = {
        format: 'INTEGER', case_id: 'VARCHAR', firm: 'VARCHAR', earlier: 'VARCHAR', trade: 'VARCHAR', size: 'VARCHAR',
        created: 'VARCHAR', updated: 'VARCHAR', pack: 'VARCHAR', number: 'INTEGER', question: 'VARCHAR',
        label: 'VARCHAR', outcome: 'VARCHAR', gap: 'BOOLEAN', points_open: 'VARCHAR[]', first: 'BOOLEAN',
        measure: 'VARCHAR', measure_text: 'VARCHAR', cost: 'VARCHAR', records_there: 'VARCHAR[]'
    }
);

-- In the questions a list becomes rows by the name that Spark has for that.
CREATE OR REPLACE TEMPORARY MACRO explode(list) AS unnest(list);
