"""What runs in the other process: Python 3.9 or later, the standard library, torch if there.

Started by the folder's path, so nothing here imports the rest of studyapp.
"""
