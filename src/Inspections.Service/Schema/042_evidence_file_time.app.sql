-- Of some photos the only time is that of the file's last change: rows from before this script took none from such a file.
ALTER TABLE evidence ADD COLUMN taken_at_is_file_time boolean NOT NULL DEFAULT false;
