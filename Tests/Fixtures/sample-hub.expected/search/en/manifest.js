hubwrightSearch("manifest",{"documents":92,"words":"0","endings":"a","texts":[37,55],"common":""});
