-- What a driver's phone reported and nobody could read is kept, too: something happened at a door all the same.
ALTER DOMAIN road_command DROP CONSTRAINT road_command_check;
ALTER DOMAIN road_command ADD CONSTRAINT road_command_check
  CHECK (VALUE IN ('start', 'load', 'unload', 'arrive', 'leave', 'skip', 'resume', 'deliver', 'collect', 'visit', 'fail', 'reorder', 'count', 'unreadable'));
