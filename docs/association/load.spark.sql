-- What the firms have sent, for Spark SQL (3.4 or newer): one view with one line for each question of each check.
-- The files lie in checks/. All columns: docs/JSON.md. The questions are the same as for DuckDB.

CREATE OR REPLACE TEMPORARY VIEW files (
    format INT, case_id STRING, firm STRING, earlier STRING, trade STRING, size STRING,
    created STRING, updated STRING, pack STRING, number INT, question STRING,
    label STRING, outcome STRING, gap BOOLEAN, points_open ARRAY<STRING>, first BOOLEAN,
    measure STRING, measure_text STRING, cost STRING, records_there ARRAY<STRING>
) USING json OPTIONS (path 'checks/*.ndjson');

CREATE OR REPLACE TEMPORARY VIEW sent AS
SELECT *, input_file_name() AS filename FROM files;
