# cause: The closing quote stands behind .format(t, i), so the call is a part of the text.
# expect: quote
# fix: line 10:   print("{:.3f} {:.4e}".format(t, i))
# Exercise 3
# Initialize step_end
step_end = 10

for step in range(step_end):
  # Compute value of t
  t = step * dt
  i = i_mean * (1 + np.sin((t * 2 * np.pi) / 0.01))
  # Print value of t and i
  print("{:.3f} {:.4e}.format(t, i)")
