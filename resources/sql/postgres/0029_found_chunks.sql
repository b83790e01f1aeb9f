-- Words are looked for thousands of entries at a time, the newest first: each word of an entry begins with the number of
-- its chunk ("2f/sleep"), and words side by side leave a mark there ("2f/=k3z"). The program makes them again from what was
-- written when it opens the store.

TRUNCATE found_text;

UPDATE found_state SET built = 0;

-- Which words are common says nothing about a chunk.
ALTER TABLE found_text ALTER COLUMN words SET STATISTICS 0;
